/**
 * Every test of the pure domain as one file, for Stryker: a mutant then loads sources, fast-check and decimal.js once
 * and not once for each spec, which is nearly all the time that it takes.
 */
import { readdirSync } from "node:fs"
import path from "node:path"

const TESTS = path.join(__dirname, "..", "..", "test")
/** They take seconds to load or to run, or test nothing of the domain. */
const LEFT_OUT = new Set([
  "credited-lines.spec.ts",
  "model.property.spec.ts",
  "openapi.spec.ts",
  "admin-words.spec.ts",
  "coalescer.spec.ts",
])

for (const folder of ["unit", "scenarios", "property"]) {
  for (const file of readdirSync(path.join(TESTS, folder)).toSorted()) {
    if (file.endsWith(".spec.ts") && !LEFT_OUT.has(file)) require(path.join(TESTS, folder, file))
  }
}
