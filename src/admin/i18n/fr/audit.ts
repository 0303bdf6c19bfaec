import type { AuditWords } from "../en/audit"

export const auditFr: AuditWords = {
  audit: {
    about:
      "Ce que les données de la boutique ont de contradictoire, avant que rien ne soit écrit. La lecture ne change rien, ni ici ni dans la boutique.",
    reading: "Lecture des commandes de la boutique",
    things: "commandes lues",
    read_one: "{{count}} commande et {{payments}} paiements lus.",
    read_other: "{{count}} commandes et {{payments}} paiements lus.",
    stop: "Arrêter",
    goOn: "Continuer",
    again: "Relire",
    partly: "{{count}} commandes lues sur {{total}} ; les paiements suivent. Ce qui a été lu est conservé.",
    kept: "Ce qui a été lu est conservé.",
    soFar: "Jusqu’ici : {{found}}",
    none: "Rien à signaler",
    noneText:
      "Chaque solde de la boutique est ce que disent ses captures et remboursements, et chaque paiement a sa commande. Bien tenu : la reprise peut commencer.",
    afterwards:
      "Rien de ceci n’est à corriger d’abord. Les anciennes commandes sont reprises d’après leurs articles, captures et remboursements ; ce qui se contredit encore est rappelé sur sa commande.",
    toSetUp: "Passer à la mise en place",
    notMigrated: "L’installation n’est pas terminée. Demandez à qui tient le serveur d’exécuter :",
    copy: "Copier",
    copyIds: "Copier les identifiants",
    copied: "Copié",
    notCopied: "Le navigateur ne laisse pas cette page copier.",
    groups: {
      balances_one: "{{count}} solde de la boutique contredit ses captures et remboursements",
      balances_other: "{{count}} soldes de la boutique contredisent leurs captures et remboursements",
      payments_one: "{{count}} paiement est inexpliqué",
      payments_other: "{{count}} paiements sont inexpliqués",
      amounts_one: "{{count}} commande a un montant qui ne peut pas être juste",
      amounts_other: "{{count}} commandes ont des montants qui ne peuvent pas être justes",
      rounded_one: "{{count}} commande sera arrondie",
      rounded_other: "{{count}} commandes seront arrondies",
    },
    means: "Ce que cela signifie",
    cure: "Que faire",
    more: "Afficher la suite, encore {{count}}",
    noOrder: "Sur aucune commande",
    noAmount: "sans montant",
    others: "aussi",
    countedBy: "compté par",
    currencies: "Paiement en {{own}}, commande en {{other}}",
    itemUnreadable: "L’article « {{item}} » n’a pas de montant lisible.",
    rowUnreadable: "L’une de ses lignes n’a pas de montant lisible.",
    fresh: "Écrit à l’instant, peut-être inachevé : relisez dans deux minutes.",
    stored: "la boutique dit {{amount}}",
    expected: "ce devrait être {{amount}}",
    save: "Enregistrer en CSV",
    file: "Audit de la boutique",
    csv: {
      kind: "Constat",
      order: "Commande",
      orderId: "Identifiant de la commande",
      others: "Autres commandes",
      payment: "Paiement",
      row: "Ligne",
      currency: "Devise",
      amount: "Montant",
      stored: "La boutique dit",
      expected: "Ce devrait être",
      since: "Depuis",
      means: "Ce que cela signifie",
      cure: "Que faire",
    },
    kinds: {
      transaction_without_capture: {
        one: "paiement est compté sans jamais avoir été capturé",
        other: "paiements sont comptés sans jamais avoir été capturés",
        means:
          "La commande compte de l’argent qu’aucune capture ne justifie : la boutique la croit payée, et le prestataire n’a rien encaissé.",
        cure: "Cherchez le paiement chez le prestataire. Si rien n’est venu, faites ajouter à la commande une transaction du montant opposé, puis réclamez l’argent. Sinon, saisissez-le ici comme paiement.",
      },
      transaction_without_refund: {
        one: "remboursement est compté sans jamais avoir été fait",
        other: "remboursements sont comptés sans jamais avoir été faits",
        means:
          "La commande compte comme rendu un montant qu’aucun remboursement ne justifie. Cela arrive quand une commande est annulée et que le prestataire refuse le remboursement : le client l’attend encore.",
        cure: "Cherchez le remboursement chez le prestataire. S’il n’a pas été fait, remboursez de nouveau ; sinon, faites retirer la transaction de la commande.",
      },
      capture_without_transaction: {
        one: "capture n’est pas comptée par sa commande",
        other: "captures ne sont pas comptées par leurs commandes",
        means: "L’argent a été encaissé, et la commande ne le compte pas : la boutique le réclame encore.",
        cure: "Vérifiez le paiement chez le prestataire, puis faites ajouter à la commande la transaction manquante. La reprise compte la capture dans tous les cas.",
      },
      refund_without_transaction: {
        one: "remboursement n’est pas compté par sa commande",
        other: "remboursements ne sont pas comptés par leurs commandes",
        means:
          "L’argent a été rendu, et la commande ne le compte pas. Cela arrive quand on rembourse pendant une modification de la commande, ou après son annulation : la boutique affiche une erreur, et le remboursement est fait.",
        cure: "Ne remboursez pas de nouveau. Vérifiez chez le prestataire, puis faites ajouter à la commande la transaction manquante. La reprise compte le remboursement dans tous les cas.",
      },
      transaction_amount_differs: {
        one: "paiement ou remboursement est compté pour un autre montant",
        other: "paiements et remboursements sont comptés pour d’autres montants",
        means:
          "La commande compte une ligne pour un autre montant que celui de cette ligne, le plus souvent après un remboursement interrompu.",
        cure: "Vérifiez le montant chez le prestataire, puis faites corriger la transaction de la commande.",
      },
      transaction_twice: {
        one: "paiement ou remboursement est compté deux fois",
        other: "paiements et remboursements sont comptés deux fois",
        means: "Deux transactions de la commande désignent la même capture ou le même remboursement.",
        cure: "Faites retirer l’une des deux de la commande.",
      },
      transaction_of_other_order: {
        one: "paiement compté appartient à une autre commande",
        other: "paiements comptés appartiennent à d’autres commandes",
        means: "La commande compte une capture ou un remboursement dont une autre commande a le paiement.",
        cure: "Cherchez laquelle des deux le client a payée, et faites retirer la transaction de l’autre.",
      },
      balance_disagrees: {
        one: "solde ne correspond pas aux captures, remboursements et lignes",
        other: "soldes ne correspondent pas aux captures, remboursements et lignes",
        means:
          "Ce que la boutique affiche, ou garde, comme dû n’est ni ce que laissent ouvert ses captures et remboursements, ni ce que laissent ses propres transactions.",
        cure: "Comparez la commande avec le prestataire. La reprise prend les lignes, les captures et les remboursements, et non ce solde.",
      },
      payment_of_no_order: {
        one: "paiement capturé n’appartient à aucune commande",
        other: "paiements capturés n’appartiennent à aucune commande",
        means:
          "L’argent a été encaissé, et aucune commande n’a le paiement : l’achat s’est interrompu après, le brouillon ou la commande a été supprimé, ou le lien s’est perdu.",
        cure: "Cherchez chez le prestataire à qui il est. Remboursez-le, ou saisissez-le ici sur le compte du client et imputez-le à ce qu’il doit.",
      },
      payment_of_several_orders: {
        one: "paiement appartient à plusieurs commandes",
        other: "paiements appartiennent à plusieurs commandes",
        means: "Un paiement est lié à plusieurs commandes : chacune prend le même argent pour le sien.",
        cure: "Gardez-le sur la commande pour laquelle il est venu, et faites-le retirer des autres. L’argent de plusieurs commandes se saisit ici sur le compte.",
      },
      payment_without_collection: {
        one: "paiement capturé a perdu sa collection",
        other: "paiements capturés ont perdu leur collection",
        means:
          "La collection du paiement a été supprimée : la boutique ne montre plus cet argent sur aucune commande.",
        cure: "Faites rétablir la collection ; sinon, saisissez l’argent ici sur le compte du client.",
      },
      capture_without_payment: {
        one: "capture n’a pas de paiement",
        other: "captures n’ont pas de paiement",
        means:
          "L’argent a été encaissé, et son paiement a été supprimé : la boutique ne le montre nulle part.",
        cure: "Vérifiez chez le prestataire qu’il a été encaissé, puis faites rétablir le paiement.",
      },
      refund_without_payment: {
        one: "remboursement n’a pas de paiement",
        other: "remboursements n’ont pas de paiement",
        means: "L’argent a été rendu, et le paiement dont il venait a été supprimé.",
        cure: "Vérifiez le remboursement chez le prestataire, puis faites rétablir le paiement.",
      },
      cancelled_order_captured: {
        one: "paiement d’une commande annulée n’a pas été rendu",
        other: "paiements de commandes annulées n’ont pas été rendus",
        means: "La commande est annulée, et l’argent encaissé pour elle est encore chez vous.",
        cure: "Remboursez-le chez le prestataire, ou laissez-le : après la reprise, c’est un avoir sur le compte du client.",
      },
      refunded_more_than_captured: {
        one: "paiement a été remboursé au-delà de ce qui a été capturé",
        other: "paiements ont été remboursés au-delà de ce qui a été capturé",
        means: "Il a été rendu plus qu’il n’est jamais venu.",
        cure: "Vérifiez les deux chez le prestataire. Un remboursement de trop est à réclamer.",
      },
      captured_more_than_payment: {
        one: "paiement a été capturé au-delà de son montant",
        other: "paiements ont été capturés au-delà de leur montant",
        means: "Il a été encaissé plus que le montant du paiement.",
        cure: "Vérifiez les captures chez le prestataire, et remboursez ce qui est de trop.",
      },
      payment_says_otherwise: {
        one: "paiement a un statut que ses captures et remboursements démentent",
        other: "paiements ont un statut que leurs captures et remboursements démentent",
        means:
          "Le paiement ou sa collection annonce un autre montant encaissé ou rendu que ses lignes ; le statut de paiement de la commande en dépend.",
        cure: "Vérifiez le paiement chez le prestataire ; la reprise prend les lignes.",
      },
      currency_differs: {
        one: "paiement ou transaction est dans une autre devise que sa commande",
        other: "paiements et transactions sont dans une autre devise que leur commande",
        means:
          "Deux devises se rencontrent dans une commande, et la boutique additionne leurs chiffres comme si c’était la même.",
        cure: "Cherchez chez le prestataire laquelle a été encaissée, et faites corriger l’autre avant la reprise : ici, deux devises ne s’additionnent jamais.",
      },
      order_unreadable: {
        one: "commande ne peut pas être additionnée",
        other: "commandes ne peuvent pas être additionnées",
        means:
          "Une ligne de la commande n’a pas de montant, ou rien qui soit un nombre ; la boutique elle-même ne peut pas l’afficher.",
        cure: "Faites corriger la ligne que le message désigne. La reprise laisse la commande de côté jusque-là.",
      },
      unrounded_total: {
        one: "commande réclame des fractions de la plus petite pièce",
        other: "commandes réclament des fractions de la plus petite pièce",
        means:
          "Les taxes ou les prix ont laissé des décimales que personne ne peut payer. Le prestataire arrondit ; un reste de moins d’une pièce peut demeurer.",
        cure: "L’argent est juste. La reprise arrondit chaque commande une fois et montre l’arrondi sur une ligne.",
      },
      negative_total: {
        one: "ligne ou commande coûte moins que rien",
        other: "lignes ou commandes coûtent moins que rien",
        means: "Un prix ou une remise rend une ligne négative.",
        cure: "Corrigez le prix ou la remise en modifiant la commande ; de l’argent à rendre est un remboursement ou un avoir.",
      },
      credits_exceed_total: {
        one: "commande est créditée au-delà de ce qu’elle coûte",
        other: "commandes sont créditées au-delà de ce qu’elles coûtent",
        means:
          "Les lignes de crédit dépassent les lignes et ce qui a été remboursé : le client recevrait plus qu’il n’a payé.",
        cure: "Regardez les lignes de crédit de la commande ; l’une a peut-être été donnée deux fois.",
      },
      negative_money: {
        one: "capture ou remboursement est négatif",
        other: "captures et remboursements sont négatifs",
        means:
          "Une capture qui donne au lieu de prendre, ou un remboursement qui prend : un autre programme l’a écrit.",
        cure: "Vérifiez chez le prestataire, et faites-en ce que c’était.",
      },
      amount_written_twice: {
        one: "ligne dit deux montants",
        other: "lignes disent deux montants",
        means:
          "La boutique garde chaque montant deux fois, comme nombre et comme texte exact. Ici, les deux diffèrent, et les rapports aussi.",
        cure: "Cherchez chez le prestataire lequel est juste. Le texte exact compte, dans la boutique et ici.",
      },
    },
  },
}
