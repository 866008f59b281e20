/** Raised when tables change shape: a file of another layout is made again like one of another analyser. */
export const INDEX_LAYOUT = 2;

/** Who the file was made for; asked before anything else is touched. */
export const META_SCHEMA = 'create table if not exists meta (name text primary key, value text not null) strict, without rowid';

/**
 * Tables of `search.db`. `unit` rows outlive their content: a late delivery of a lower generation stays ignored after a drop.
 * The full-text table is contentless and is changed by the `'delete'` command with the stored tokens, since
 * `contentless_delete=1` does not restore its statistics. Its tokenizer only has to split at blanks: the `ascii` one takes every
 * character beyond ASCII as part of a token, and the marks that `analyse` can leave inside one are named.
 * `revision` counts commits. A place is never given twice, and `passage.revision` and `removed_place` say what changed since a
 * revision, so that a reader brings what it holds in memory up to date by the difference. `passage` is narrow because it is read
 * whole at the first search; `passage_content` holds what is needed of a few.
 */
export const INDEX_SCHEMA = `
create table if not exists revision (
  only integer primary key check (only = 1), value integer not null, differences_since integer not null
) strict;
insert or ignore into revision (only, value, differences_since) values (1, 0, 0);
create table if not exists unit (
  id text primary key, generation integer not null, run integer not null
) strict, without rowid;
create table if not exists passage (
  place integer primary key autoincrement, id text not null unique, unit text not null, run integer not null,
  revision integer not null, version_id text not null, document_id text not null, label_set text not null, language text not null,
  kind text not null, length integer not null
) strict;
create index if not exists passage_unit on passage (unit, id);
create index if not exists passage_revision on passage (revision);
create table if not exists removed_place (place integer primary key, revision integer not null) strict;
create index if not exists removed_place_revision on removed_place (revision);
create table if not exists passage_content (
  place integer primary key, tokens text not null, exact text not null, scope text not null
) strict;
create virtual table if not exists passage_token using fts5(
  tokens, content='', detail=full, tokenize="ascii tokenchars '-_./,+#%&:;*=<>~@!?^|()[]{}$\`'''"
);
create table if not exists passage_exact (
  identifier text not null, place integer not null, primary key (identifier, place)
) strict, without rowid;
create table if not exists passage_scope (
  key text not null, place integer not null, primary key (key, place)
) strict, without rowid;
create table if not exists passage_vector (
  place integer primary key, signs blob not null, vector blob not null
) strict;
`;

/** Removals of earlier openings are forgotten, where there are any: a reader that is older than this reads everything. */
export const FORGET_REMOVALS = `
update revision set differences_since = value where exists (select 1 from removed_place);
delete from removed_place;
`;
