import { z } from 'zod';

/** Plain data, as a manifest holds it for the model to check with a schema of its own. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());
