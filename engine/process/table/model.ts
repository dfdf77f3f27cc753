/**
 * A step table: how the law writes an internal process (bước, nội dung công việc, người thực hiện,
 * thời gian, kết quả). Plain JSON; the same process as the diagram, seen as rows.
 */
export interface StepTable {
  readonly format: 'motcua/step-table@1';
  readonly id?: string;
  readonly name: string;
  readonly onTheSpot?: boolean;
  readonly rows: readonly StepRow[];
}

export interface StepRow {
  /** Id of the step, and of its task in BPMN. */
  readonly step: string;
  readonly name: string;
  /** Role: `clerk`, `officer`, `head`, `leader` … */
  readonly who: string;
  /** Who does it in the table's own words (“Công chức Văn phòng Sở”): the name of the lane. */
  readonly performer?: string;
  /** `receiving`, `deciding`, `parent`, `unit:<code>`; default by role: clerks receive, others decide. */
  readonly unit?: string;
  /** Working time: `PT4H`, `P1D`, or as tables write it: `0,5 ngày`, `4 giờ`, `30 phút`. */
  readonly time?: string;
  /** FEEL: the step is done only when it holds. */
  readonly condition?: string;
  /** Named choices; one with `next` leads there, the others go on to the row's own next. */
  readonly outcomes?: readonly { readonly id: string; readonly name: string; readonly next?: string }[];
  /** Papers: `receipt`, `result:<id>`, `refusal`, separated by spaces. */
  readonly product?: string;
  readonly requires?: string;
  /** What the step leaves, in words: “Dự thảo Giấy chứng nhận”. */
  readonly deliverable?: string;
  readonly act?: string;
  readonly form?: string;
  /** Rows that follow one another with the same name here are done side by side. */
  readonly parallel?: string;
  /** Step that follows, or `end`; default is the next row. */
  readonly next?: string;
}
