/** Challenges in the tests of all kinds. */
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { type KindCase, makers, sendOk } from '../kind-case.ts';

export const challenge: KindCase<'challenge'> = {
  draft: (api, token, organisation) =>
    sendOk(api, 'POST', '/challenges', token, makeNewChallenge({ organisation, draft: true })),
  publish: (api, token, id) => sendOk(api, 'PATCH', `/challenges/${id}`, token, { version: 1, draft: false }),
  end: (api, token, id) => sendOk(api, 'POST', `/challenges/${id}/close`, token, { reason: 'Đã có lời giải' }),
  routes: {
    listChallenges: {},
    raiseChallenge: { body: () => makeNewChallenge() },
    getChallenge: {},
    findAlikeSolutions: { body: () => ({ title: 'Bể ngầm chứa nước mưa' }) },
    editChallenge: { body: (version) => ({ version, title: 'Một tiêu đề khác hẳn' }), only: makers },
    discardChallenge: { isForDrafts: true, only: makers },
    closeChallenge: { body: () => ({ reason: 'Đã có lời giải' }), only: [...makers, 'moderator', 'administrator'] },
    withdrawChallenge: { only: makers },
    reopenChallenge: {
      body: () => ({ reason: 'Đóng nhầm', closesAt: null }),
      isOver: true,
      only: ['moderator', 'administrator'],
    },
  },
  rules: `
  getChallenge           draft withdrawn                        challenge_not_found challenge_not_found ok                     challenge_not_found
  getChallenge           pending hidden                         challenge_not_found challenge_not_found ok                     ok
  getChallenge           rest                                   ok                  ok                  ok                     ok
  findAlikeSolutions     like getChallenge
  editChallenge          draft                                  not_signed_in       challenge_not_found ok                     challenge_not_found
  editChallenge          open                                   not_signed_in       not_allowed         ok                     not_allowed
  editChallenge          withdrawn                              not_signed_in       challenge_not_found challenge_closed       challenge_not_found
  editChallenge          pending hidden                         not_signed_in       challenge_not_found challenge_closed       not_allowed
  editChallenge          rest                                   not_signed_in       not_allowed         challenge_closed       not_allowed
  discardChallenge       draft                                  not_signed_in       challenge_not_found ok                     challenge_not_found
  discardChallenge       withdrawn                              not_signed_in       challenge_not_found challenge_not_draft    challenge_not_found
  discardChallenge       pending hidden                         not_signed_in       challenge_not_found challenge_not_draft    not_allowed
  discardChallenge       rest                                   not_signed_in       not_allowed         challenge_not_draft    not_allowed
  closeChallenge         draft                                  not_signed_in       challenge_not_found challenge_not_closable challenge_not_found
  closeChallenge         open evaluating decided implementing   not_signed_in       not_allowed         ok                     ok
  withdrawChallenge      draft withdrawn                        not_signed_in       challenge_not_found challenge_not_withdrawable challenge_not_found
  withdrawChallenge      open                                   not_signed_in       not_allowed         ok                     not_allowed
  withdrawChallenge      pending                                not_signed_in       challenge_not_found ok                     not_allowed
  withdrawChallenge      hidden                                 not_signed_in       challenge_not_found challenge_not_withdrawable not_allowed
  withdrawChallenge      rest                                   not_signed_in       not_allowed         challenge_not_withdrawable not_allowed
  closeChallenge         withdrawn                              not_signed_in       challenge_not_found challenge_not_closable challenge_not_found
  closeChallenge         pending                                not_signed_in       challenge_not_found challenge_not_closable challenge_not_closable
  closeChallenge         hidden                                 not_signed_in       challenge_not_found challenge_not_closable ok
  reopenChallenge        draft                                  not_signed_in       challenge_not_found not_allowed            challenge_not_found
  reopenChallenge        withdrawn                              not_signed_in       challenge_not_found not_allowed            challenge_not_found
  reopenChallenge        pending hidden                         not_signed_in       challenge_not_found not_allowed            challenge_not_closed
  reopenChallenge        closed                                 not_signed_in       not_allowed         not_allowed            ok
  reopenChallenge        rest                                   not_signed_in       not_allowed         not_allowed            challenge_not_closed
  closeChallenge         rest                                   not_signed_in       not_allowed         challenge_not_closable challenge_not_closable
`,
};
