import { ReconciliationError } from "../domain/errors"

const named = (name: string): { readonly setting: string } => ({ setting: name.slice(0, 60) })

/** Why a setting is not changed. */
export const refuseSetting = {
  unknown: (name: string, known: readonly string[]): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "setting_unknown",
      message: `There is no setting "${name.slice(0, 60)}".`,
      ids: named(name),
      remedy: `Name one of ${known.join(", ")}.`,
    }),
  twice: (name: string): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "setting_named_twice",
      message: `The setting ${name} is named twice.`,
      ids: named(name),
      remedy: "Name each setting once.",
    }),
  locked: (name: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_allowed",
      code: "setting_locked",
      message: `The setting ${name} is fixed in the configuration.`,
      ids: named(name),
      remedy:
        "Let the store's developer change it in medusa-config, or take it off the option `locked` there.",
    }),
  wrong: (name: string, why: string): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "setting_refused",
      message: `The setting ${why}`,
      ids: { ...named(name), field: fieldOf(name, why) },
      remedy: "Send a value that the setting may have; the message says which.",
    }),
  numberGiven: (series: string, last: number): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "receipt_number_given",
      message: `Of the series ${series} the numbers up to ${last} were given.`,
      ids: { setting: "firstReceipts", field: `firstReceipts.${series}`, last: last.toString() },
      remedy: `Begin with ${last + 1} or a higher number.`,
    }),
  stale: (version: string, sent: string, changed: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "settings_stale",
      message: `The settings are at version ${version}, not ${sent.slice(0, 20)}: ${changed} was changed meanwhile.`,
      ids: { version, changed },
      remedy: "Read the settings again, look at what changed, and send the change with the new version.",
    }),
}

/** The part of an option that a message speaks of, "writeOff.limits.eur.amount"; the option where it speaks of no part. */
function fieldOf(name: string, why: string): string {
  const [first = name] = why.split(" ", 1)
  return first.startsWith(name) ? first : name
}
