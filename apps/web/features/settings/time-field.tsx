"use client";
import { useState } from "react";
import { Field } from "../../ui/field.tsx";

interface TimeFieldProps {
  label: string;
  /** `HH:MM`. */
  value: string;
  onSave: (time: string) => void;
}

/** Saved when it is left: while its parts are typed it shows times that nobody means. */
export function TimeField({ label, value, onSave }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <Field
      label={label}
      type="time"
      value={typed ?? value}
      className="w-fit"
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed && typed !== value) onSave(typed);
        setTyped(undefined);
      }}
    />
  );
}
