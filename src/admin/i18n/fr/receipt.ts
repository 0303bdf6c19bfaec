import type { ReceiptWords } from "../en/receipt"

export const receiptFr: ReceiptWords = {
  receiptPage: {
    print: "Imprimer",
    received: {
      title: "Reçu {{number}}",
      who: "Reçu de",
      on: "Reçu le",
      what: "Ce qu’il règle",
      caption: "Ce que l’argent règle",
    },
    paidBack: {
      title: "Remboursement {{number}}",
      who: "Remboursé à",
      on: "Remboursé le",
      what: "Ce qui est remboursé",
      caption: "Ce dont l’argent est remboursé",
      undone:
        "{{amount}} n’en ont finalement pas été remboursés : cet argent est de nouveau celui du client.",
    },
    credited: {
      title: "Avoir {{number}}",
      who: "Crédité à",
      on: "Crédité le",
      what: "Ce qui est crédité",
      caption: "Ce qui est crédité",
    },
    nobody: "Inconnu",
    email: "E-mail",
    method: "Mode",
    reference: "Référence",
    amount: "Montant",
    order: "Commande",
    again: "{{title}}, repris",
    onAccount: "Sur le compte, pas encore imputé",
    total: "Total en {{currency}}",
    takenBack: "{{amount}} en ont été repris par la suite. Ce qu’ils avaient réglé est de nouveau dû.",
  },
}
