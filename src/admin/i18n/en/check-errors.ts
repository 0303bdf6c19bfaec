/** What refusals of checks and repairs mean, and what to do about them. */
export const checkErrorsEn = {
  texts: {
    check_not_found: "There is no such check.",
    finding_not_found: "There is no such finding.",
    finding_not_repairable: "This cannot be repaired by itself.",
    finding_gone: "This is no longer at fault.",
    order_not_rebuildable: "The order cannot be taken off as a whole.",
  },
  remedies: {
    check_not_found: "Reload the list of checks.",
    finding_not_found: "Reload the list of checks.",
    finding_not_repairable: "Do as its cure says.",
    finding_gone: "Check again.",
    order_not_rebuildable: "Undo its planned payments, write-offs and reversals first.",
  },
}

export type CheckErrorWords = typeof checkErrorsEn
