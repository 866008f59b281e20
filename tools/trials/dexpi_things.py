"""Prints, as JSON, what pydexpi finds in a file of the Proteus schema: one line a thing, in no order."""

import json
import sys
from pathlib import Path

from pydexpi.dexpi_classes import pydantic_classes as dexpi
from pydexpi.loaders.proteus_serializer import ProteusSerializer
from pydexpi.toolkits import model_toolkit


def named(thing):
    return "" if thing is None else type(thing).__name__


path = Path(sys.argv[1])
model = ProteusSerializer().load(path.parent, path.name)


def all_of(kind):
    return model_toolkit.get_all_instances_in_model(model, kind)


lines = []
for one in all_of(dexpi.Equipment):
    lines.append(f"equipment {named(one)} {len(one.nozzles)}")
for one in all_of(dexpi.PipingComponent):
    lines.append(f"component {named(one)}")
for one in all_of(dexpi.PipeOffPageConnector):
    lines.append(f"connector {named(one)}")
for one in all_of(dexpi.PipingNetworkSystem):
    lines.append(f"line {len(one.segments)}")
for one in all_of(dexpi.PipingNetworkSegment):
    lines.append(f"segment {named(one.sourceItem)} {named(one.targetItem)} {len(one.items)}")
for one in all_of(dexpi.ProcessInstrumentationFunction):
    letters = (one.processInstrumentationFunctionCategory or "") + (one.processInstrumentationFunctions or "")
    lines.append(f"instrument {letters}-{one.processInstrumentationFunctionNumber}")
for one in all_of(dexpi.InstrumentationLoopFunction):
    lines.append(f"loop {len(one.processInstrumentationFunctions)}")
print(json.dumps(lines))
