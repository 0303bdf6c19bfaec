/** What refusals of opening balances mean, and what to do about them. */
export const openingErrorsEn = {
  texts: {
    opening_due_of_money: "What a customer has is due on no day.",
    opening_in_future: "An opening balance is dated after today.",
    opening_looks_posted: "The same opening balance stands already.",
    opening_not_found: "There is no such opening balance.",
    opening_not_owed: "Nothing is owed of this opening balance.",
    opening_stays: "The opening balance went on, or cannot be taken apart from what settled it.",
    opening_undated: "The opening balance has no date.",
    opening_undone: "The opening balance is taken back already.",
    opening_used: "The opening balance is paid or used by now.",
    opening_without_currency: "The opening balance has no currency.",
    opening_credit_not_open: "A credit that was named has nothing open on this account.",
    opening_without_money: "Nothing on the account can pay it.",
  },
  remedies: {
    opening_due_of_money: "Leave the due date out.",
    opening_in_future: "Enter a day that has come.",
    opening_looks_posted: "Leave the row out, or say that it is another one.",
    opening_not_found: "Reload the page and choose it again.",
    opening_not_owed: "Choose one that is still open.",
    opening_stays: "Undo the move, the pay-back or the reversal first.",
    opening_undated: "Enter a date, or the day on which the books begin.",
    opening_undone: "There is nothing to do.",
    opening_used: "Take that off it first, or take it back together with that.",
    opening_without_currency: "Choose a currency.",
    opening_credit_not_open: "Name credits that have something open, or none.",
    opening_without_money: "Record a payment of the customer first.",
  },
}

export type OpeningErrorWords = typeof openingErrorsEn
