import type { EvaluatedCaseList, Evaluation, EvaluationComparison, EvaluationList } from '../contract.ts';
import { sendRequest } from './send-request.ts';

const PAGE = 100;

/** Reports, newest first. @throws RequestFailure. */
export async function listEvaluations(signal: AbortSignal): Promise<EvaluationList> {
  return (await (await sendRequest(`/v1/evaluations?limit=${PAGE}`, { signal })).json()) as EvaluationList;
}

/** One report with its figures. @throws RequestFailure. */
export async function getEvaluation(id: string, signal: AbortSignal): Promise<Evaluation> {
  return (await (await sendRequest(`/v1/evaluations/${encodeURIComponent(id)}`, { signal })).json()) as Evaluation;
}

/** A report beside an earlier one; `name` is both ids with a line break between. @throws RequestFailure. */
export async function compareEvaluations(name: string, signal: AbortSignal): Promise<EvaluationComparison> {
  const [id = '', earlier = ''] = name.split('\n');
  const query = new URLSearchParams({ with: earlier });
  return (await (
    await sendRequest(`/v1/evaluations/${encodeURIComponent(id)}/comparison?${query}`, { signal })
  ).json()) as EvaluationComparison;
}

/** Cases behind a figure; `address` is what `casesAddress` gives. @throws RequestFailure. */
export async function listEvaluatedCases(address: string, signal: AbortSignal): Promise<EvaluatedCaseList> {
  return (await (await sendRequest(address, { signal })).json()) as EvaluatedCaseList;
}
