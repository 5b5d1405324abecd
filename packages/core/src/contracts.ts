/** Every contract of the network, and the type of the client that is made from them. A new feature adds one line here and one in the API's routes. */

import { administrationContract } from './administration/contract.ts';
import type { ClientOf } from './api/client.ts';
import type { Endpoint } from './api/endpoint.ts';
import { auditContract } from './audit/contract.ts';
import { challengeContract } from './challenge/contract.ts';
import { commentContract } from './comment/contract.ts';
import { dailyContract } from './daily/contract.ts';
import { deadLetterContract } from './dead-letter/contract.ts';
import { figureContract } from './figure/contract.ts';
import { flagContract } from './flag/contract.ts';
import { followContract } from './follow/contract.ts';
import { identityContract } from './identity/contract.ts';
import { jobContract } from './job/contract.ts';
import { mergeContract } from './merge/contract.ts';
import { mineContract } from './mine/contract.ts';
import { moderationContract } from './moderation/contract.ts';
import { organisationContract } from './organisation/contract.ts';
import { personContract } from './person/contract.ts';
import { programmeContract } from './programme/contract.ts';
import { reportContract } from './report/contract.ts';
import { ruleContract } from './rule/contract.ts';
import { searchContract } from './search/contract.ts';
import { sessionContract } from './session/contract.ts';
import { solutionContract } from './solution/contract.ts';
import { supportContract } from './support/contract.ts';
import { systemContract } from './system/contract.ts';
import { tagContract } from './tag/contract.ts';
import { timelineContract } from './timeline/contract.ts';
import { transparencyContract } from './transparency/contract.ts';
import { uploadContract } from './upload/contract.ts';
import { viewerContract } from './viewer/contract.ts';
import { wardContract } from './ward/contract.ts';

export const contracts = {
  administration: administrationContract,
  audit: auditContract,
  challenge: challengeContract,
  comment: commentContract,
  daily: dailyContract,
  deadLetter: deadLetterContract,
  figure: figureContract,
  flag: flagContract,
  follow: followContract,
  identity: identityContract,
  job: jobContract,
  merge: mergeContract,
  mine: mineContract,
  moderation: moderationContract,
  organisation: organisationContract,
  person: personContract,
  programme: programmeContract,
  report: reportContract,
  rule: ruleContract,
  search: searchContract,
  session: sessionContract,
  solution: solutionContract,
  support: supportContract,
  system: systemContract,
  tag: tagContract,
  timeline: timelineContract,
  transparency: transparencyContract,
  upload: uploadContract,
  viewer: viewerContract,
  ward: wardContract,
} as const;

export type Contracts = typeof contracts;
export type Feature = keyof Contracts;

/** Every endpoint with its feature and name. */
export function allEndpoints(): { feature: Feature; name: string; endpoint: Endpoint }[] {
  return Object.entries(contracts).flatMap(([feature, contract]) =>
    Object.entries(contract).map(([name, endpoint]) => ({
      feature: feature as Feature,
      name,
      endpoint: endpoint as Endpoint,
    })),
  );
}

export type Client = ClientOf<Contracts>;
