/** A process of scenarios: plays its share on the pure core, reports, and ends. */
import { playInMemory, type Scenarios } from "./model/scenarios"

process.once("message", (share) => {
  void playInMemory(share as Scenarios).then((lived) => process.send?.(lived, () => process.disconnect()))
})
