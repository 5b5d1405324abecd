/** The thread that keeps the replica up to date, and makes it anew. */
import type { DatabaseSync } from 'node:sqlite';
import { connectDb } from '@hanoi/core/db/client';
import type { SubjectTotal } from '@hanoi/core/search/port';
import type { Ctx } from '@hanoi/core/shared/context';
import { newRequestId } from '@hanoi/core/shared/request-id';
import { totalsIn } from '../answer/totals.ts';
import { createFollower, type Follower } from '../follow/follower.ts';
import type { Overlap } from '../follow/overlap.ts';
import { placesIn } from '../follow/places.ts';
import { isOfThisTable } from '../follow/same-table.ts';
import { fileNumber, openReplica, ReplicaUnusable, removeReplica } from '../replica/file.ts';
import { optimise } from '../replica/optimise.ts';
import { rebuildReplica } from '../replica/rebuild.ts';

export type Caught = { applied: number; asOf: string };
/** Why a replica was made anew when it was opened; undefined when the one that was there could be used. */
export type Opened = { asOf: string | undefined; isReplaced: boolean; anew?: string };

/** What the indexer's thread can be asked. */
export function indexerMethods(file: string, overlap: Overlap) {
  let open: { db: DatabaseSync; follower: Follower; number: number | undefined } | undefined;

  const begin = () => {
    const db = openReplica(file);
    return { db, follower: createFollower({ db, ctx, overlap }), number: fileNumber(file) };
  };

  /** A backup of the table may have been put back: then the index has what the table lost. */
  const checked = async (begun: ReturnType<typeof begin>) => {
    if (await isOfThisTable(ctx(), placesIn(begun.db).all())) return begun;
    begun.db.close();
    throw new ReplicaUnusable('It is not of this table, or the table was restored.');
  };

  const methods = {
    /** Opens the replica, or begins an empty one where there is none that can be used; anew when the file was replaced. */
    async open(): Promise<Opened> {
      const isReplaced = open !== undefined && open.number !== fileNumber(file);
      if (isReplaced) {
        open?.db.close();
        open = undefined;
      }
      let anew: string | undefined;
      try {
        open ??= await checked(begin());
      } catch (error) {
        if (!(error instanceof ReplicaUnusable)) throw error;
        anew = error.message;
        removeReplica(file);
        open = begin();
      }
      return { asOf: open.follower.asOf()?.toISOString(), isReplaced, ...(anew && { anew }) };
    },
    async catchUp(): Promise<Caught> {
      const applied = await open!.follower.catchUp();
      return { applied, asOf: open!.follower.asOf()!.toISOString() };
    },
    async rebuild(): Promise<Caught> {
      const applied = await rebuildReplica({ file, ctx });
      await methods.open();
      return { applied, asOf: open!.follower.asOf()!.toISOString() };
    },
    /** Here and not in the thread that answers: at 100,000 challenges it takes half a second. */
    totals: (): SubjectTotal[] => totalsIn(open!.db),
    optimise: () => optimise(open!.db),
  };
  return methods;
}

const log = {
  info() {},
  warn: (code: string, data?: object) => process.stderr.write(`search ${code} ${JSON.stringify(data ?? {})}\n`),
  error: (code: string, data?: object) => process.stderr.write(`search ${code} ${JSON.stringify(data ?? {})}\n`),
};

function ctx(): Ctx {
  return {
    actor: { kind: 'system', name: 'search' },
    now: () => new Date(),
    db: connectDb(),
    log,
    requestId: newRequestId(),
  };
}
