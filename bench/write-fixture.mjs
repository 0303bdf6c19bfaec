/**
 * Writes the fixture of a release, from which `npm run prove -- upgrade` starts. Once, before the first migration
 * after that release is written:
 *
 *   node bench/write-fixture.mjs 0.1.0
 */
import { createRequire } from "node:module"
import path from "node:path"
import { startPostgres } from "../scripts/postgres.mjs"

const [, , release] = process.argv
if (!release || !/^\d+\.\d+\.\d+$/.test(release)) throw new Error("Name the release, for example 0.1.0.")
const require = createRequire(import.meta.url)
require("./lib/sources.cjs")
/** @type {typeof import("./upgrade/write-fixture.js")} */
const { writeFixture } = require(path.join(import.meta.dirname, "upgrade", "write-fixture.ts"))
const server = await startPostgres({ name: "fixture" })
try {
  console.log(await writeFixture(server, release))
} finally {
  await server.stop()
}
