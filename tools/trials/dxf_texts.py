"""Lists the texts and the uses of blocks of a DXF file as the package ezdxf reads it: one JSON array of [type, words, x, y].

The words of a use are the name of its block; those of an attribute begin with its tag.

Run by a test as a process of its own; nothing of ezdxf is part of the program.
"""

import json
import sys

import ezdxf
from ezdxf import recover


def point(entity):
    if entity.dxftype() == "MTEXT":
        place = entity.dxf.insert
    else:
        _, place, _ = entity.get_placement()
    return [place.x, place.y]


def words(entity):
    # The fast way of reading MTEXT takes a blank that keeps words together for a code of formatting.
    plain = entity.plain_text(fast=False) if entity.dxftype() == "MTEXT" else entity.plain_text()
    # Signs written by their numbers are decoded on recovering only.
    return ezdxf.decode_dxf_unicode(plain)


def walk(entity, found):
    kind = entity.dxftype()
    if kind in ("TEXT", "MTEXT"):
        found.append([kind, words(entity), *point(entity)])
    elif kind == "ATTRIB":
        found.append([kind, f"{entity.dxf.tag}={words(entity)}", *point(entity)])
    elif kind == "INSERT":
        for use in entity.multi_insert() if entity.mcount > 1 else [entity]:
            place = use.ocs().to_wcs(use.dxf.insert)
            found.append([kind, use.dxf.name, place.x, place.y])
            for inner in use.virtual_entities():
                walk(inner, found)
        for attribute in entity.attribs:
            for _ in range(entity.mcount):
                walk(attribute, found)
    elif kind == "DIMENSION":
        block = entity.get_geometry_block()
        texts = [one for one in block or [] if one.dxftype() in ("TEXT", "MTEXT")]
        shown = [words(one) for one in texts]
        place = point(texts[0]) if texts else [entity.dxf.text_midpoint.x, entity.dxf.text_midpoint.y]
        found.append([kind, "\n".join(one for one in shown if one), *place])


def opened(path):
    # Recovering reads UTF-8 as the code page says, so it is for files that cannot be opened otherwise.
    try:
        return ezdxf.readfile(path)
    except (ezdxf.DXFError, KeyError):
        return recover.readfile(path)[0]


document = opened(sys.argv[1])
texts = []
for layout in document.layouts:
    for one in layout:
        walk(one, texts)
json.dump(texts, sys.stdout)
