/** English words of questions over the rows of a log: `meaning | folded phrases by comma`. */
export const EN_RECORD_WORDS = `
form | exactly, precisely, just, values, table, export, sheet, file, whose, a, an, the, this, that, these, those, there, here, it, its, they, their, is, are, was, were, be, been, being, do, does, did, done, have, has, had, what, who, when, where, how, so, as, at, from, in, into, of, on, to, with, for, that, than, please, tell, me, us, show, give, list, we, i, our, you, can, could, would, should, us, with the, any, all, all the, overall, altogether, in total, in all, the whole, whole, entire, ever, made, make, marked, coded, recorded, logged, booked, raised, issued, opened, reported, registered, entered, carried, carry, carrying, carries, belong, belongs, hold, holding, holds, come, comes, came, come up, comes up, came up, go, happen, happens, happened, occur, occurs, occurred, take, takes, took, taken, log, logs, database, history, the log, alarm history, maintenance log, number, value, high, equal, equals, s, up, down, he, she, him, his, hers, my, your, saw, see, seen, sees, shows, shown, need, needs, needed, require, requires, required, get, gets, got, having, receive, receives, received, gives, given, account, accounts, accounted, fall, falls, fell, across, among, also, actually, really, then, want, know, find, found, went, goes, gone, kind, kinds, sort, call, called, according, expressed, stated, converted
history | done, work, works, job, jobs, maintenance, repair, repairs, last, latest, most recent, most recently, recent, previous, history, records, entries, happened, performed, carried out, activities, service, date, time, been done, first, events, anything, found, get, got
last | last, latest, most recent
cancelled | cancel
count | how many, how many times, how often, number of, count of, the number of, count, how often did, how many of
amount | how much
stretch | between
total | total, sum, sum of, cumulative, combined, how much, how many hours, overall
mean | average, mean, on average
median | median
share | share, percentage, percent, proportion, fraction
first | first, earliest
when | when, what day, which day, what date, on which date, on what date
latest | last, latest, most recent
collection | log, logs, table, export, sheet, file, list, database, spreadsheet, register
interval | mtbf, mean time between failures, time between failures, time between, times between, days between, hours between, interval, intervals, interval between, intervals between, gap, gaps between, gap between, successive, consecutive, apart, days apart, between failures
between failures | mtbf, mean time between failures, time between failures, between failures
again | again, another, another one, followed by, followed by another, followed by another one, repeat, repeats, repeated, recur, recurs, recurred, repeat failure, repeat failures, came back, come back
one before | after the previous one, after the one before, after the last one, of the previous one, of the one before, previous one, the one before
same | same, the same, on the same, of the same, with the same
list | list, list the, give the, name the
compare | compare, compared, comparison, versus, vs
most | most, highest, largest, longest, greatest, maximum, max, worst, biggest, most expensive, costliest, slowest, dearest, priciest
least | fewest, least, lowest, smallest, shortest, minimum, min, cheapest
degree | highest, largest, longest, greatest, biggest, maximum, max, lowest, smallest, shortest, minimum, min, worst, slowest
top | top
rank | rank, ranks, ranked, ranking, sort, sorted, order by, ordered by, in order of
single | single, individual
up | rise, rises, rising, rose, risen, increase, increases, increasing, increased, grow, grows, grew, grown, go up, went up
down | fall, falls, falling, fell, fallen, decrease, decreases, decreasing, decreased, drop, drops, dropped, decline, declines, declined, declining, go down, went down
trend | trend, trends, develop, develops, developed, over time, over the years, over the months, change over
differ | difference, differ, differs, more, fewer, less, by how many, by how much, how much more, how many more, how much less, how many fewer
qualifier | actual, net, real, booked
doing | handle, handles, handled, work on, works on, worked on, work, works, worked, repair, repaired, fix, fixed, do, did, done, deal with, dealt with, look after, close, closed, complete, completed, carry out, carried out
frequent | most frequent, most common, most often, most frequently, most commonly
group | which, what, in which, in what, what is the, which is the, what are the, which are the, who, whom, whose
each | per, by, each, every, for each, for every, grouped by, broken down by, yearly, monthly, weekly, daily
different | different, distinct, unique
and | and, but, plus
or | or
not | not, no, non, non-, without, without any, with no, have no, has no, had no, never, excluding, except, except for, other than, isn't, aren't, wasn't, weren't, not from, nor, lacking, missing, lack, lacks, neither
empty | left blank, left empty, empty, blank, null, not given, not filled, unfilled
filled | given, filled, filled in, present
blank | blank, blanks, empty, empties, nulls, missing values, unfilled
excluded | left out, leave out, leaving out, excluded, excluding, ignored, ignoring, ignore, omitted, omitting, skipped, skipping, without, disregarding, disregarded
reckoned | counted, counting, included, including, considered
only | only
both ends | inclusive, both days, both ends, both dates, end points
mention | appear, appears, appeared, mention, mentions, mentioning, mentioned, contain, contains, containing, say, says, speak of, describe, describing
about | about, concern, concerns, concerning, regarding, involve, involves, involving, involved, relate to, relates to, relating to, related to, refer to, refers to, due to, because of
year | year, years, calendar year, yearly
quarter | quarter, quarters
month | month, months, monthly, calendar month
week | week, weeks, weekly
day | day, days, daily
work-order | work order, work orders, workorder, workorders, order, orders, wo, wos, job, jobs, ticket, tickets, notification, notifications, maintenance order, maintenance orders
alarm | alarm, alarms, alert, alerts, alarm record, alarm records, alarm event, alarm events, alarm activation, alarm activations
fmea-row | fmea, fmea row, fmea rows, in the fmea, fmea table
spare-part | spare part, spare parts
record | record, records, entry, entries, row, rows, line, lines, event, events, incident, incidents, case, cases, report, reports, time, times
column asset | asset, assets, equipment, machine, machines, unit, units, device, devices, tag, tags
column failure-mode | failure code, failure codes, damage code, damage codes, failure mode, failure modes, failure mode code, failure mode codes, mode of failure
column work-type | work type, work types, order type, order types, work order type, work order types, type of work, type, types
column component | component, components, part, parts
column alarm-code | alarm code, alarm codes, alarm, alarms
column cost | most expensive, cheapest, costliest, cost, costs, spend, spent, money, expense, expenses, expensive, costing, repair cost, repair costs, maintenance cost, maintenance costs, dearest, priciest, amount, amounts, spending, expenditure
column duration | how many hours, downtime, down time, hour, hours, duration, outage, time lost, hours down, long, took, take, takes, taking, lasted, last, lasts, lasting, longest, shortest, slowest
column priority | priority, priorities
column status | status
column location | location, locations, place, places
column person | who, technician, technicians, person, persons, whom, by whom
column text | short text, short texts, text, texts, description, descriptions, narrative, narratives
column cause | cause, causes, reason, reasons
column remedy | remedy, remedies, action taken
column order-number | order number, order numbers, work order number, work order numbers, report id, report ids, ticket number, ticket numbers
column date | date, dates, start date, start dates, started, starting
column end-date | finished, completed, ended, finish
column severity | severity, severity rating
column occurrence | occurrence, occurrence rating
column detection | detection, detection rating
column risk-priority | rpn, risk priority number, risk priority, risk priority numbers
kind corrective | corrective, breakdown maintenance, unplanned, reactive, breakdown, breakdowns
kind preventive | preventive, preventative, planned, scheduled, preventive maintenance
kind inspection | inspection, inspections
kind modification | modification, modifications
values corrective | cm, corr, corrective, corrective maintenance, bm, breakdown, breakdown maintenance
values preventive | pm, prev, preventive, preventive maintenance, ppm, planned
values inspection | insp, inspection, ins
values modification | mod, modification
values true | true, yes, y, 1
values false | false, no, n, 0
`;
