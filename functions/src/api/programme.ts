/** Programmes over HTTP. */
import { getProgrammeChanges } from '@hanoi/core/administration/programmes';
import type { programmeContract } from '@hanoi/core/programme/contract';
import { programmesInForce } from '@hanoi/core/programme/in-force';
import { changeProgramme, createProgramme, restoreProgramme, retireProgramme } from '@hanoi/core/programme/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof programmeContract> = {
  listProgrammes: async (ctx) => ({ items: [...(await programmesInForce(ctx))], nextCursor: null }),
  createProgramme: (ctx, { body }) => createProgramme(ctx, body),
  changeProgramme: (ctx, { params, body }) => changeProgramme(ctx, params.code, body),
  retireProgramme: (ctx, { params, body }) => retireProgramme(ctx, params.code, body),
  restoreProgramme: (ctx, { params, body }) => restoreProgramme(ctx, params.code, body),
  getProgrammeChanges: (ctx) => getProgrammeChanges(ctx),
};
