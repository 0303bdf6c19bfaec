import { JoinDrawer } from "../members/join-drawer"
import { TakeOutDrawer } from "../members/take-out-drawer"
import { MoveDrawer } from "../money/move-drawer"
import { PayBackDrawer } from "../money/pay-back-drawer"
import { UndoDialog } from "../money/undo-dialog"
import type { Asked } from "./act"
import { ApplyDrawer } from "./apply-drawer"
import { TransactionDeletionDialog } from "./deletion-dialog"
import { InstalmentDrawer } from "./instalment-drawer"
import { ReconcileDialog } from "./reconcile-dialog"
import { ReversalDrawer } from "./reversal-drawer"
import { WriteOffDrawer } from "./write-off-drawer"

/** The drawer or dialog of the act that is begun. */
export default function Shown({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  switch (asked.act) {
    case "reconcile":
      return <ReconcileDialog onClose={onClose} />
    case "apply":
      return <ApplyDrawer item={asked.item} orderId={asked.orderId} onClose={onClose} />
    case "delete":
      return <TransactionDeletionDialog of={asked.of} onClose={onClose} />
    case "reverse":
      return <ReversalDrawer of={asked.of} onClose={onClose} />
    case "move":
      return <MoveDrawer of={asked.of} onClose={onClose} />
    case "payBack":
      return <PayBackDrawer of={asked.of} onClose={onClose} />
    case "undo":
      return <UndoDialog of={asked.of} onClose={onClose} />
    case "writeOff":
      return <WriteOffDrawer of={asked.of} onClose={onClose} />
    case "instalment":
      return <InstalmentDrawer payment={asked.payment} act={asked.what} onClose={onClose} />
    case "join":
      return <JoinDrawer onClose={onClose} />
    case "takeOut":
      return <TakeOutDrawer of={asked.of} onClose={onClose} />
  }
}
