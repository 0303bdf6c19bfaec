/** Preloaded into every program the demo starts: when the demo is gone, however it went, so are they. */
process.once("disconnect", () => process.exit(1))
process.channel?.unref()
