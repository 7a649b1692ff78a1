import type { Limits } from '@vouchsafe/graphql';
import { WrongEnvironment } from '@vouchsafe/telemetry';
import { z } from 'zod';

// Below 50 the costliest operation that the door lets through would not fit into a hundred seconds' worth.
const units = z.string().regex(/^\d{1,9}$/).transform(Number).pipe(z.number().min(50));
const ALLOWED = 'a whole number of cost units a second, from 50';

/** What the door lets a person and an organization spend. Whatever is not set stays with the door.
 * @throws WrongEnvironment at the first value that will not do */
export const readApiLimits = (env: Readonly<Record<string, string | undefined>>): Partial<Limits> => {
  const read = (name: string): number | undefined => {
    const text = env[name]?.trim() || undefined;
    if (text === undefined) return undefined;
    const result = units.safeParse(text);
    if (!result.success) throw new WrongEnvironment(`${name} is ${JSON.stringify(text)}, but it must be ${ALLOWED}.`);
    return result.data;
  };
  const [person, organization] = [read('API_UNITS_PER_PERSON'), read('API_UNITS_PER_ORGANIZATION')];
  return {
    ...(person === undefined ? {} : { unitsPerSecondPerPerson: person }),
    ...(organization === undefined ? {} : { unitsPerSecondPerTenant: organization }),
  };
};
