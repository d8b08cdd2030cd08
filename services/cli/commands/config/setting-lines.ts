import { type Setting, SETTINGS } from '../../../../config/schema/schema.ts';
import type { LoadedSettings } from '../../../adapters/config/load-settings.ts';
import { describeOrigin } from '../../../adapters/config/origin.ts';

export type SettingValue = string | number | boolean | null | readonly string[];

/** One setting as it may be shown to anybody. */
export interface SettingLine {
  readonly setting: string;
  /** A secret is only ever «set» or «not set». */
  readonly value: SettingValue;
  readonly from: string;
  readonly variable: string;
  readonly doc: string;
}

/** All settings in the schema's order, secrets masked. */
export function settingLines({ settings, origins }: LoadedSettings): readonly SettingLine[] {
  return SETTINGS.map((setting) => ({
    setting: setting.path,
    value: shown(setting, valueAt(settings, setting.path)),
    from: describeOrigin(origins.get(setting.path) ?? { kind: 'default' }),
    variable: setting.variable,
    doc: setting.doc,
  }));
}

function shown(setting: Setting, value: SettingValue): SettingValue {
  if (!setting.secret) return value;
  return value === null ? '«not set»' : '«set»';
}

function valueAt(settings: object, path: string): SettingValue {
  return path
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], settings) as SettingValue;
}
