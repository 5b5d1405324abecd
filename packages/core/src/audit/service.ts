/** Use cases of the audit log: administrators read it, operators enter what they do by hand. */
import { transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole } from '../shared/context.ts';
import type { Page } from '../shared/page.ts';
import { type Audited, auditPart, listEntries } from './repo.ts';
import type { AuditEntry, AuditQuery } from './schema.ts';

/** A page of the audit log, newest first. For administrators. @throws not_allowed, invalid_cursor */
export async function searchAudit(ctx: Ctx, query: AuditQuery): Promise<Page<AuditEntry>> {
  if (!hasRole(ctx.actor, 'administrator')) throw new AppError('not_allowed');
  return listEntries(ctx, query);
}

/** Enters what changes nothing in the table itself, such as a job that an operator runs. For the system. @throws not_allowed */
export async function enterAudit(ctx: Ctx, told: Audited): Promise<void> {
  if (ctx.actor.kind !== 'system') throw new AppError('not_allowed');
  await transact(ctx, [auditPart(ctx, told)]);
}
