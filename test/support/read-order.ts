import type { ReadOrder } from "../../src/modules/reconciliation/ingest/host-order"

/** An order of two versions with one of everything that is read; made anew at each call. */
export function readOrder(id = "order_1"): ReadOrder {
  const at = "2026-03-01T10:00:00.000Z"
  const line = {
    id: "ordli_1",
    title: "Shirt",
    product_title: "Shirt",
    variant_title: "S",
    variant_id: "variant_1",
    product_id: "prod_1",
    created_at: at,
    metadata: { reconciliation_fee: true, note: "x" },
    quantity: 2,
    detail: {
      written_off_quantity: 0,
      return_received_quantity: 0,
      return_dismissed_quantity: 0,
      return_requested_quantity: 1,
    },
    raw_total: { value: "108" },
    tax_lines: [{ code: "vat", rate: 20, created_at: at, raw_total: { value: "18" } }],
  }
  const method = {
    id: "ordsm_1",
    name: "Post",
    created_at: at,
    metadata: null,
    raw_total: { value: "24" },
    tax_lines: [],
    detail: { return_id: null },
  }
  const creditLine = {
    id: "ordcl_1",
    reference: "Damaged",
    reference_id: "damaged",
    raw_amount: { value: "5" },
    created_at: at,
    metadata: { created_in_version: 2 },
  }
  const version = { items: [line], shipping_methods: [method], credit_lines: [] }
  const capture = {
    id: "capt_1",
    raw_amount: { value: "132" },
    created_at: at,
    created_by: null,
    metadata: null,
  }
  return {
    order: {
      id,
      display_id: 7,
      custom_display_id: null,
      status: "pending",
      is_draft_order: false,
      currency_code: "eur",
      customer_id: "cus_1",
      sales_channel_id: "sc_1",
      metadata: null,
      created_at: at,
      updated_at: at,
      canceled_at: null,
      version: 2,
      ...structuredClone(version),
      credit_lines: [creditLine],
      transactions: [
        {
          id: "ordtrx_1",
          reference: "capture",
          reference_id: "capt_1",
          version: 1,
          raw_amount: { value: "132" },
        },
      ],
      payment_collections: [
        {
          id: "pay_col_1",
          updated_at: at,
          payments: [
            {
              id: "pay_1",
              provider_id: "pp_system_default",
              metadata: null,
              captures: [capture],
              refunds: [],
            },
          ],
        },
      ],
    },
    versions: [{ version: 1, ...structuredClone(version) }],
    changes: [
      {
        order_id: id,
        version: 2,
        change_type: "transfer",
        confirmed_at: at,
        actions: [{ action: "TRANSFER_CUSTOMER", reference_id: "cus_1" }],
      },
    ],
  }
}
