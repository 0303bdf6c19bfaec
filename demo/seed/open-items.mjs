import { readFileSync } from "node:fs"

/**
 * The statements that fill a ledger with `count` open items, in their order; see open-items.sql.
 * @param {number} count of open items, about
 * @param {number} base after which their ids come; 0 in an empty ledger
 * @returns {string[]}
 */
export function openItemStatements(count, base) {
  // Four orders of five have something open, of their five lines about four and a half.
  const said = {
    accounts: Math.ceil(count / 6),
    orders: Math.round(count / 4.2),
    money: Math.round(count / 4),
    base,
  }
  const text = readFileSync(new URL("open-items.sql", import.meta.url), "utf8")
  return text
    .replaceAll(/^--.*\n/gm, "")
    .replaceAll(/:(accounts|orders|money|base)\b/g, (_, name) =>
      String(said[/** @type {keyof typeof said} */ (name)]),
    )
    .split(/;\n/)
    .map((statement) => statement.trim())
    .filter(Boolean)
}
