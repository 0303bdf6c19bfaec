/**
 * Writes the fixture of a release, from which `npm run prove -- upgrade` starts. Once, before the first migration
 * after that release is written:
 *
 *   node proofs/write-fixture.mjs 0.1.0
 *
 * Where a release has its fixture, only what it says of itself is written anew: its rows stay what they were. That is
 * for a mended fault that changes what is said of the same rows; the difference is to be read before it is committed.
 */
import { existsSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { startPostgres } from "../scripts/postgres.mjs"

const [, , release] = process.argv
if (!release || !/^\d+\.\d+\.\d+$/.test(release)) throw new Error("Name the release, for example 0.1.0.")
const require = createRequire(import.meta.url)
require("../bench/lib/sources.cjs")
const file = path.join(import.meta.dirname, "upgrade", "fixtures", release)
/** @type {typeof import("./upgrade/write-fixture.js")} */
const { figuresToday, writeFixture } = require(path.join(import.meta.dirname, "upgrade", "write-fixture.ts"))
const server = await startPostgres({ name: "fixture" })
try {
  if (existsSync(`${file}.sql`))
    writeFileSync(`${file}.json`, `${JSON.stringify(await figuresToday(server, release), null, 1)}\n`)
  else console.log(await writeFixture(server, release))
} finally {
  await server.stop()
}
