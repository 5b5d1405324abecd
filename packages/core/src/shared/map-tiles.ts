/** The map tiles an operator may set: where they are fetched from, and whom the map names for them. */

export type MapTiles = {
  /** An address with `{z}`, `{x}` and `{y}`. */
  template: string;
  attribution: string;
};

/**
 * Reads `MAP_TILES` and `MAP_TILES_ATTRIBUTION`; undefined without them.
 * @throws Error that says what to set
 */
export function readMapTiles(env: Readonly<Record<string, string | undefined>>): MapTiles | undefined {
  const { MAP_TILES: template, MAP_TILES_ATTRIBUTION: attribution } = env;
  if (!template) return undefined;
  const url = URL.canParse(template) ? new URL(template) : undefined;
  const isWhole = ['{z}', '{x}', '{y}'].every((part) => template.includes(part));
  if (url?.protocol !== 'https:' || !/^[a-z0-9.:-]+$/.test(url.host) || !isWhole)
    throw new Error(`MAP_TILES is like https://tiles.example.vn/{z}/{x}/{y}.png: ${template}`);
  if (!attribution?.trim())
    throw new Error('MAP_TILES needs MAP_TILES_ATTRIBUTION, the words its source asks for: "© OpenStreetMap".');
  return { template, attribution: attribution.trim() };
}

/** A content security policy that lets pictures come from the tiles' origin too, and nothing else from anywhere. */
export function allowTiles(policy: string, { template }: MapTiles): string {
  return policy.replace(/img-src [^;]*/, (rule) => `${rule} ${new URL(template).origin}`);
}
