/** Who runs the site, as its operator says in the settings; what is not said stays empty. */

export type Operator = {
  name: string;
  address: string;
  email: string;
  phone: string;
  hours: string;
  /** Whom to ask about personal data: a name, an address to write to, or both. */
  dataOfficer: string;
};

/** Reads `OPERATOR_NAME` and the rest; undefined when nobody says who runs this site. */
export function readOperator(env: NodeJS.ProcessEnv = process.env): Operator | undefined {
  const { OPERATOR_NAME: name } = env;
  if (!name) return undefined;
  return {
    name,
    address: env.OPERATOR_ADDRESS ?? '',
    email: env.OPERATOR_EMAIL ?? '',
    phone: env.OPERATOR_PHONE ?? '',
    hours: env.OPERATOR_HOURS ?? '',
    dataOfficer: env.OPERATOR_DATA_OFFICER ?? env.OPERATOR_EMAIL ?? '',
  };
}
