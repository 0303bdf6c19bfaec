/** A process of lives: lives its share on the pure core, reports, and ends. */
import { liveInMemory, type Lives } from "./model/lives"

process.once("message", (share) => {
  void liveInMemory(share as Lives).then((lived) => process.send?.(lived, () => process.disconnect()))
})
