/** Operating hours: when somebody is there, week by week, with what differs from month to month and on holidays. */

import { Button } from "@fluentui/react-components";
import type { OperatingHours } from "@frontdesk/api";
import { useState } from "react";
import { words } from "../../../texts/administration";
import { choiceInput, numberInput, severalInput, Text, TimeZone, Toggle, textInput } from "../kit/inputs";
import { field, type Noun } from "../kit/noun";
import { RowField, RowGroup, RowLine, type RowProps, rowsInput } from "../kit/rows";
import { WeekCalendar } from "../parts/WeekCalendar";

const { operatingHours: own } = words;

type Hours = OperatingHours["hours"];
type Weekly = NonNullable<Hours["weekly"]>[number];
type Monthly = NonNullable<Hours["monthly"]>[number];
type Holiday = NonNullable<Hours["holidays"]>[number];
type Span = NonNullable<Holiday["openings"]>[number];

const Days = severalInput<Weekly["days"][number]>(own.days);
const Time = textInput("time");
const DateOf = textInput("date");
const Weeks = numberInput({ min: 1 });
const Nth = choiceInput(own.nths);

interface FromTo {
  from: string;
  to: string;
}

/** `24:00` is midnight at the end, which no clock shows: it is written as the beginning of the next day. */
function Times<Row extends FromTo>({ value, onChange, ...rest }: RowProps<Row>) {
  return (
    <>
      <RowField label={own.from} faults={rest.faults} place={`${rest.place}.from`}>
        <Time value={value.from} onChange={(from) => onChange({ ...value, from: from ?? "" })} {...rest} />
      </RowField>
      <RowField label={own.to} hint={own.toHint} faults={rest.faults} place={`${rest.place}.to`}>
        <Time
          value={value.to === "24:00" ? "00:00" : value.to}
          onChange={(to) => onChange({ ...value, to: to === "00:00" ? "24:00" : (to ?? "") })}
          {...rest}
        />
      </RowField>
    </>
  );
}

interface Dated {
  fromDate?: string | null;
  untilDate?: string | null;
}

function Dates<Row extends Dated>({ value, onChange, ...rest }: RowProps<Row>) {
  return (
    <>
      <RowField label={own.fromDate} faults={rest.faults} place={`${rest.place}.fromDate`}>
        <DateOf
          value={value.fromDate ?? null}
          onChange={(date) => onChange({ ...value, fromDate: date || null })}
          {...rest}
        />
      </RowField>
      <RowField label={own.untilDate} faults={rest.faults} place={`${rest.place}.untilDate`}>
        <DateOf
          value={value.untilDate ?? null}
          onChange={(date) => onChange({ ...value, untilDate: date || null })}
          {...rest}
        />
      </RowField>
    </>
  );
}

function WeeklyRow(props: RowProps<Weekly>) {
  const { value, onChange, ...rest } = props;
  const isPlain = (value.everyWeeks ?? 1) === 1 && !value.anchorDate && !value.fromDate && !value.untilDate;
  const [showsMore, setShowsMore] = useState(!isPlain);
  return (
    <>
      <RowGroup label={own.onDays} faults={rest.faults} place={`${rest.place}.days`}>
        <Days value={value.days} onChange={(days) => onChange({ ...value, days })} {...rest} />
      </RowGroup>
      <RowLine>
        <Times {...props} />
      </RowLine>
      {showsMore ? (
        <RowLine>
          <RowField label={own.everyWeeks} faults={rest.faults} place={`${rest.place}.everyWeeks`}>
            <Weeks
              value={value.everyWeeks ?? 1}
              onChange={(everyWeeks) => onChange({ ...value, everyWeeks: everyWeeks ?? 1 })}
              {...rest}
            />
          </RowField>
          <RowField label={own.anchorDate} faults={rest.faults} place={`${rest.place}.anchorDate`}>
            <DateOf
              value={value.anchorDate ?? null}
              onChange={(date) => onChange({ ...value, anchorDate: date || null })}
              {...rest}
            />
          </RowField>
          <Dates {...props} />
        </RowLine>
      ) : (
        <Button size="small" appearance="subtle" style={{ alignSelf: "flex-start" }} onClick={() => setShowsMore(true)}>
          {own.more}
        </Button>
      )}
    </>
  );
}

const workdays: Weekly["days"] = ["monday", "tuesday", "wednesday", "thursday", "friday"];

const WeeklyRows = rowsInput<Weekly>({
  words: { add: own.addWeekly, item: own.weeklyNumber },
  fresh: () => ({ days: workdays, from: "09:00", to: "17:00" }),
  Row: WeeklyRow,
});

const MonthlyRows = rowsInput<Monthly>({
  words: { add: own.addMonthly, item: own.monthlyNumber },
  fresh: () => ({ nth: [1], days: ["saturday"], from: "10:00", to: "14:00" }),
  Row: (props) => {
    const { value, onChange, ...rest } = props;
    return (
      <>
        <RowLine>
          <RowField label={own.nth} faults={rest.faults} place={`${rest.place}.nth`}>
            <Nth
              value={value.nth?.length ? (String(value.nth[0]) as keyof typeof own.nths) : "dates"}
              onChange={(nth) =>
                onChange(
                  nth === "dates" || nth === null
                    ? { from: value.from, to: value.to, daysOfMonth: [1] }
                    : { from: value.from, to: value.to, nth: [Number(nth)], days: value.days ?? ["saturday"] },
                )
              }
              {...rest}
            />
          </RowField>
          {value.daysOfMonth?.length ? (
            <RowField label={own.dates} hint={own.datesHint} faults={rest.faults} place={`${rest.place}.daysOfMonth`}>
              <Text
                value={value.daysOfMonth.join(", ")}
                onChange={(text) =>
                  onChange({
                    ...value,
                    daysOfMonth: (text ?? "")
                      .split(/[,\s]+/)
                      .filter(Boolean)
                      .map(Number),
                  })
                }
                {...rest}
              />
            </RowField>
          ) : null}
        </RowLine>
        {value.nth?.length ? (
          <RowGroup label={own.onDays} faults={rest.faults} place={`${rest.place}.days`}>
            <Days value={value.days ?? []} onChange={(days) => onChange({ ...value, days })} {...rest} />
          </RowGroup>
        ) : null}
        <RowLine>
          <Times {...props} />
          <Dates {...props} />
        </RowLine>
      </>
    );
  },
});

const Spans = rowsInput<Span>({
  words: { add: own.addSpan, item: own.spanNumber },
  fresh: () => ({ from: "09:00", to: "13:00" }),
  Row: (props) => (
    <RowLine>
      <Times {...props} />
    </RowLine>
  ),
});

const HolidayRows = rowsInput<Holiday>({
  words: { add: own.addHoliday, item: own.holidayNumber },
  nameOf: ({ name }) => name,
  fresh: () => ({ name: "", date: "", yearly: false, openings: [] }),
  Row: ({ value, onChange, ...rest }) => (
    <>
      <RowLine>
        <RowField label={own.name} faults={rest.faults} place={`${rest.place}.name`}>
          <Text value={value.name} onChange={(name) => onChange({ ...value, name: name ?? "" })} {...rest} />
        </RowField>
        <RowField label={own.date} faults={rest.faults} place={`${rest.place}.date`}>
          <DateOf value={value.date} onChange={(date) => onChange({ ...value, date: date ?? "" })} {...rest} />
        </RowField>
        <RowField label={own.lastDate} hint={own.lastDateHint} faults={rest.faults} place={`${rest.place}.untilDate`}>
          <DateOf
            value={value.untilDate ?? null}
            onChange={(date) => onChange({ ...value, untilDate: date || null })}
            {...rest}
          />
        </RowField>
        <RowField label={own.yearly} faults={[]} place="">
          <Toggle value={value.yearly ?? false} onChange={(yearly) => onChange({ ...value, yearly })} {...rest} />
        </RowField>
      </RowLine>
      <Spans
        value={value.openings ?? []}
        onChange={(openings) => onChange({ ...value, openings })}
        {...rest}
        place={`${rest.place}.openings`}
      />
    </>
  ),
});

const part = { sentIn: "hours" };

export const operatingHours: Noun<OperatingHours> = {
  path: "operating-hours",
  words: own,
  aside: ({ draft }) => <WeekCalendar hours={draft.hours as Hours} />,
  columns: [
    { key: "name", label: own.name, text: ({ name }) => name },
    { key: "zone", label: own.timeZone.label, text: ({ hours }) => hours.timeZone },
    {
      key: "holidays",
      label: own.holidays.label,
      text: ({ hours }) => String(hours.holidays?.length ?? 0),
      order: ({ hours }) => hours.holidays?.length ?? 0,
      numeric: true,
      wide: true,
    },
  ],
  sections: [
    {
      title: own.general,
      fields: [
        field("name", own.name, Text, "", { required: true }),
        field("hours.timeZone", own.timeZone, TimeZone, new Intl.DateTimeFormat().resolvedOptions().timeZone, {
          required: true,
          ...part,
        }),
      ],
    },
    {
      title: own.openings,
      fields: [
        field("hours.weekly", own.weekly, WeeklyRows, [{ days: workdays, from: "09:00", to: "17:00" }], {
          group: true,
          ...part,
        }),
        field("hours.monthly", own.monthly, MonthlyRows, [], { group: true, ...part }),
      ],
    },
    {
      title: own.exceptions,
      fields: [field("hours.holidays", own.holidays, HolidayRows, [], { group: true, ...part })],
    },
  ],
};
