/** Starting a host migrates some 150 tables first: 12 seconds on a quiet machine, a minute on a busy one. */
jest.setTimeout(300_000)

/** Restoring the database between tests cuts the pool's idle connections, and the driver says so each time. */
const log = console.log
console.log = (...words: unknown[]) => {
  if (!String(words[0]).includes("Connection ended unexpectedly")) log(...words)
}
