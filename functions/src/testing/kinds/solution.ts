/** Solutions in the tests of all kinds. */
import { makeNewSolution } from '@hanoi/core/testing/challenge';
import { type KindCase, makers, sendOk } from '../kind-case.ts';
import { challenge } from './challenge.ts';

export const solution: KindCase<'solution'> = {
  async draft(api, token, organisation) {
    const parent = await challenge.draft(api, token, organisation);
    await challenge.publish(api, token, parent);
    return sendOk(api, 'POST', `/challenges/${parent}/solutions`, token, makeNewSolution({ organisation }));
  },
  publish: (api, token, id) => sendOk(api, 'POST', `/solutions/${id}/submit`, token),
  end: (api, token, id) => sendOk(api, 'POST', `/solutions/${id}/withdraw`, token),
  routes: {
    listAllSolutions: {},
    listSolutions: {},
    draftSolution: { body: () => makeNewSolution() },
    getSolution: {},
    editSolution: { body: (version) => ({ version, title: 'Một tiêu đề khác hẳn' }), only: makers },
    discardSolution: { isForDrafts: true, only: makers },
    submitSolution: { isForDrafts: true, only: makers },
    withdrawSolution: { only: makers },
  },
  rules: `
  getSolution            draft                                  solution_not_found  solution_not_found  ok                        solution_not_found
  getSolution            pending hidden                           solution_not_found  solution_not_found  ok                        ok
  getSolution            rest                                   ok                  ok                  ok                        ok
  editSolution           draft                                  not_signed_in       solution_not_found  ok                        solution_not_found
  editSolution           submitted                              not_signed_in       not_allowed         ok                        not_allowed
  editSolution           pending hidden                           not_signed_in       solution_not_found  solution_not_editable     not_allowed
  editSolution           rest                                   not_signed_in       not_allowed         solution_not_editable     not_allowed
  discardSolution        draft                                  not_signed_in       solution_not_found  ok                        solution_not_found
  discardSolution        pending hidden                           not_signed_in       solution_not_found  solution_not_draft        not_allowed
  discardSolution        rest                                   not_signed_in       not_allowed         solution_not_draft        not_allowed
  submitSolution         draft                                  not_signed_in       solution_not_found  ok                        solution_not_found
  submitSolution         pending hidden                           not_signed_in       solution_not_found  solution_not_draft        not_allowed
  submitSolution         rest                                   not_signed_in       not_allowed         solution_not_draft        not_allowed
  withdrawSolution       draft                                  not_signed_in       solution_not_found  ok                        solution_not_found
  withdrawSolution       submitted shortlisted                  not_signed_in       not_allowed         ok                        not_allowed
  withdrawSolution       pending hidden                           not_signed_in       solution_not_found  solution_not_withdrawable not_allowed
  withdrawSolution       rest                                   not_signed_in       not_allowed         solution_not_withdrawable not_allowed
`,
  parentClosed: 'challenge_not_open',
};
