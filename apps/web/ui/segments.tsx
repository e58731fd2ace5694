/** One choice out of a few, all in sight: radio buttons that look like one control. */
import { useId } from "react";
import { useEarlyTick } from "./early-choice.ts";

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-small font-medium text-ink">{label}</legend>
      <div className="inline-flex w-fit rounded-medium border border-hairline bg-canvas p-0.5">
        {options.map((option) => (
          <Segment
            key={option.value}
            name={name}
            label={option.label}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface SegmentProps {
  name: string;
  label: string;
  checked: boolean;
  onChange: () => void;
}

function Segment({ name, label, checked, onChange }: SegmentProps) {
  return (
    <label className="relative flex h-8 items-center rounded-small px-3 text-small text-ink-2 transition-colors duration-150 hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--hairline)] has-focus-visible:outline-2 has-focus-visible:outline-accent max-lg:h-10">
      <input
        ref={useEarlyTick(checked)}
        type="radio"
        name={name}
        checked={checked}
        onChange={onChange}
        className="absolute inset-0 size-full opacity-0"
      />
      {label}
    </label>
  );
}
