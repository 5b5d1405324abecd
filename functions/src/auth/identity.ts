/** Signing in and out over HTTP. */
import { carryForm, getCarriedForm } from '@hanoi/core/identity/carried-form';
import type { identityContract } from '@hanoi/core/identity/contract';
import type { Asker } from '@hanoi/core/identity/limits';
import { requestCode, signInWithCode } from '@hanoi/core/identity/service';
import { sessionCookie } from '@hanoi/core/session/schema';
import { closeSession } from '@hanoi/core/session/token';
import { AppError } from '@hanoi/core/shared/app-error';
import { requirePerson } from '@hanoi/core/shared/context';
import { codeMail } from '@hanoi/i18n/mail';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { callerOf, languageOf } from '../http/context.ts';
import { Answer, type HandlesOf } from '../http/handle.ts';
import { logOf } from '../http/logger.ts';
import { originOf } from '../http/origin.ts';
import type { Mail } from '../ports.ts';
import { getPorts } from '../ports-in-force.ts';
import { endFormerSession } from './former.ts';
import { finishOidc, startOidc } from './oidc.ts';

export const handles: HandlesOf<typeof identityContract> = {
  async requestCode(ctx, { body }, event) {
    const { code, expiresAt, request } = await requestCode(ctx, body.email, askerOf(event, body.request));
    const minutes = Math.round((new Date(expiresAt).getTime() - ctx.now().getTime()) / 60_000);
    const mail = codeMail(body.language ?? languageOf(event), { code, minutes, origin: originOf(event) });
    await send({ to: body.email, ...mail });
    return { expiresAt, request };
  },
  async openSession(ctx, { body }, event) {
    const session = await signInWithCode(ctx, body, askerOf(event, body.request), languageOf(event));
    await endFormerSession(ctx, event);
    logOf().info('signed_in', { person: session.person.id, way: 'code' });
    return session;
  },
  async closeSession(ctx, _, event) {
    const { token } = callerOf(event);
    if (token) await closeSession(ctx, token);
    logOf().info('signed_out', { person: requirePerson(ctx).id });
    return new Answer({ statusCode: 204, headers: { 'cache-control': 'no-store' }, cookies: [endedCookie(event)] });
  },
  carryForm: (ctx, { body }, event) => carryForm(ctx, body.form, askerOf(event, undefined)),
  getCarriedForm: (ctx, { query }) => getCarriedForm(ctx, query.key),
  startOidc: (ctx, { query }, event) => startOidc(ctx, query.next, event),
  finishOidc: (ctx, _, event) => finishOidc(ctx, event),
};

/** @throws mail_unavailable */
async function send(mail: Mail): Promise<void> {
  try {
    await (await getPorts()).mailer.send(mail);
  } catch (error) {
    logOf().error('mail_not_sent', { error: String(error) });
    throw new AppError('mail_unavailable');
  }
}

/** Who asks: the address as the edge saw it, and the browser. */
function askerOf(event: APIGatewayProxyEventV2, request: string | undefined): Asker {
  return { address: event.requestContext.http.sourceIp, request };
}

function endedCookie(event: APIGatewayProxyEventV2): string {
  const { name, attributes } = sessionCookie(originOf(event).startsWith('https:'));
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${attributes.secure ? '; Secure' : ''}`;
}
