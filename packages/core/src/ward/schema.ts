/** The 126 wards and communes of Hanoi since 1 July 2025. */
import { z } from '../shared/zod.ts';

/** Bounding box of the city, degrees (WGS 84): a cheap first test of a point. */
export const hanoiBounds = { west: 105.28, east: 106.03, south: 20.56, north: 21.39 } as const;

export const wardCodeSchema = z
  .string()
  .regex(/^\d{5}$/)
  .meta({ description: 'Five-digit code of a ward or commune', example: '00070' });

/** Longitude and latitude, degrees (WGS 84), inside the city's bounding box. */
export const pointSchema = z
  .strictObject({
    lng: z.number().min(hanoiBounds.west).max(hanoiBounds.east),
    lat: z.number().min(hanoiBounds.south).max(hanoiBounds.north),
  })
  .meta({ id: 'Point', description: 'Longitude and latitude, WGS 84, inside Hanoi' });
export type Point = z.output<typeof pointSchema>;

/**
 * How much of a former unit a ward has: all of it, a part, or `likely` all: the unit was abolished before 2025, and
 * where it lies today was not checked against a decision.
 */
export const shareSchema = z.enum(['whole', 'part', 'likely']);
export type Share = z.output<typeof shareSchema>;

const formerUnitSchema = z.object({ name: z.string(), district: z.string(), share: shareSchema }).meta({
  id: 'FormerUnit',
  description: 'A ward, commune or town before 1 July 2025; its parts may be in several wards',
});

export const wardSchema = z
  .object({
    code: wardCodeSchema,
    name: z.string(),
    nameEn: z.string(),
    kind: z.enum(['ward', 'commune']),
    formerly: z
      .array(z.string())
      .meta({ description: 'Wards and communes before 1 July 2025 that are now in it, with their district' }),
    formerUnits: z
      .array(formerUnitSchema)
      .meta({ description: 'The same, taken apart, with how much of each is in it' }),
  })
  .meta({ id: 'Ward' });
export type Ward = z.output<typeof wardSchema>;
