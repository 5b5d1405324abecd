/** The views a comment can take, in the order pages show them. A list of its own: the schema's would bring its parser along. */
import type { Stance } from '@hanoi/core/comment/schema';

export const stanceOrder = ['for', 'against', 'neutral'] as const satisfies readonly Stance[];
export const stanceIcons = { for: 'arrow-up', against: 'minus', neutral: 'comment' } as const satisfies Record<
  Stance,
  string
>;
