import { DatePicker, useDatepicker } from "@navikt/ds-react";
import { type ReactElement, useEffect, useRef, useState } from "react";

type Props = {
  readonly label: string;
  /** ISO day, or empty for none. */
  readonly value: string;
  readonly onChange: (iso: string) => void;
  /** What to say about a text that is no day. */
  readonly wrong: string;
  readonly description?: string;
  readonly required?: boolean;
  /** What to say while a day is lacking; nothing until somebody went on without it. */
  readonly missing?: string | undefined;
};

/** A day that is typed (30.06.2021) or picked in a calendar with week numbers. Reports ISO days; an emptied field reports "". */
export function DayField(props: Props): ReactElement {
  const { label, value, onChange, wrong, description, required = false, missing } = props;
  const [isWrong, setWrong] = useState(false);
  const reported = useRef(value);
  const selected = dateOf(value);
  const { datepickerProps, inputProps, setSelected } = useDatepicker({
    ...(selected ? { defaultSelected: selected } : {}),
    fromDate: new Date(2000, 0, 1),
    toDate: new Date(2049, 11, 31),
    onDateChange: (date) => {
      const iso = date ? isoOf(date) : "";
      if (iso === reported.current || (iso === "" && required)) return;
      reported.current = iso;
      onChange(iso);
    },
    onValidate: ({ isValidDate, isEmpty }) => setWrong(!isValidDate && !(isEmpty && !required)),
  });
  useEffect(() => {
    if (value === reported.current) return;
    reported.current = value;
    setSelected(dateOf(value));
  }, [value, setSelected]);
  return (
    <DatePicker {...datepickerProps} showWeekNumber dropdownCaption>
      <DatePicker.Input
        {...inputProps}
        size="small"
        label={label}
        description={description}
        error={isWrong ? wrong : missing}
      />
    </DatePicker>
  );
}

function dateOf(iso: string): Date | undefined {
  const [year, month, day] = iso.split("-").map(Number);
  return year && month && day ? new Date(year, month - 1, day) : undefined;
}

function isoOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
