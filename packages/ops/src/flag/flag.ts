/** Arguments of `npm run flag`: none, to list the flags; or a flag and its new value. */
import { verifiableActs } from '@hanoi/core/api/switch';
import { defaultFlags, type FlagName, type Flags, flagsSchema } from '@hanoi/core/flag/schema';
import { setFlag } from '@hanoi/core/flag/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { UsageError } from '../command.ts';

const names = Object.keys(defaultFlags) as FlagName[];
const usage = `npm run flag                            shows them
npm run flag -- NAME on|off             NAME: ${names.filter((name) => name !== 'banner' && name !== 'eid').join(', ')}
npm run flag -- eid ACT…|off            asks an electronic identity for these: ${verifiableActs.join(', ')}
npm run flag -- banner "VIỆT" "ENGLISH" shown at the top of every page; banner off takes it away`;

export type Wish = { [Name in FlagName]: { name: Name; value: Flags[Name] } }[FlagName];

/** Reads the command line; undefined when the flags shall only be shown. Throws UsageError. */
export function readWish(typed: readonly string[]): Wish | undefined {
  const [name, ...rest] = typed;
  if (name === undefined) return undefined;
  if (!names.includes(name as FlagName)) throw new UsageError(`There is no flag “${name}”.\n${usage}`);
  const value = name === 'banner' ? readBanner(rest) : name === 'eid' ? readActs(rest) : readSwitch(rest);
  const read = flagsSchema.shape[name as FlagName].safeParse(value);
  if (!read.success) throw new UsageError(usage);
  return { name, value: read.data } as Wish;
}

function readSwitch([word, ...more]: string[]): boolean | undefined {
  return more.length === 0 && (word === 'on' || word === 'off') ? word === 'on' : undefined;
}

/** Nothing typed is no wish to ask for nothing: that is `off`. */
function readActs(acts: string[]): string[] | undefined {
  if (acts.length === 1 && acts[0] === 'off') return [];
  return acts.length > 0 ? acts : undefined;
}

function readBanner([vi, en, ...more]: string[]) {
  if (vi === 'off' && en === undefined) return null;
  return more.length === 0 ? { vi, en } : undefined;
}

/** Sets what is wished. */
export function setWish(ctx: Ctx, { name, value }: Wish): Promise<Flags> {
  return setFlag(ctx, name, value);
}

function saidOf(value: Flags[FlagName]): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.join(', ') || 'off';
  return value ? `${value.vi} / ${value.en}` : 'off';
}

/** The flags as lines for people; those that are not as usual are marked. */
export function describeFlags(flags: Flags): string {
  return names
    .map((name) => {
      const value = flags[name];
      const said = saidOf(value);
      const isUsual = said === saidOf(defaultFlags[name]);
      return `${isUsual ? ' ' : '*'} ${name.padEnd(12)}${said}\n`;
    })
    .join('');
}
