/** Headers of Maximo, which are those of its tables. Lines as `open-headers.ts` has them. */
export const MAXIMO_HEADERS = `
order | en: WONUM, wonum
order-type | en: WORKTYPE, worktype
asset | en: ASSETNUM, assetnum
location | en: LOCATION, location
text | en: DESCRIPTION, description
date | en: REPORTDATE, reportdate
end-date | en: ACTFINISH, actfinish
labour | en: ACTLABHRS, actlabhrs
cost | en: ACTTOTALCOST, acttotalcost
status | en: STATUS, status
priority | en: WOPRIORITY, wopriority
failure-code | en: FAILURECODE, PROBLEMCODE
person | en: LEAD, REPORTEDBY
`;
