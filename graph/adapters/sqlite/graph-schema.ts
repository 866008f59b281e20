/**
 * Tables of `graph.db`. `unit` rows outlive their content: a late delivery of a lower generation stays ignored after a drop.
 * Both indexes hold every column that a one-hop read filters or orders by, and `edge_from` is in the order of a snapshot.
 * `revision` counts commits that change edges, by which a reader sees that its snapshot is old.
 */
export const GRAPH_SCHEMA = `
create table if not exists revision (only integer primary key check (only = 1), value integer not null) strict;
insert or ignore into revision (only, value) values (1, 0);
create table if not exists unit (
  id text primary key, generation integer not null, run integer not null
) strict, without rowid;
create table if not exists edge (
  unit text not null, fact text not null, from_key text not null, to_key text not null, predicate text not null,
  version_id text not null, label_set text not null, n integer not null, run integer not null,
  primary key (unit, fact)
) strict, without rowid;
create index if not exists edge_from on edge (from_key, predicate, to_key, fact, version_id, label_set, n);
create index if not exists edge_to on edge (to_key, from_key, predicate, fact, version_id, label_set, n);
create table if not exists node (
  unit text not null, key text not null, entity text not null, type text not null, names text not null, run integer not null,
  primary key (unit, key)
) strict, without rowid;
`;
