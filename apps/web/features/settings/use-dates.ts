"use client";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { datesFor } from "./dates.ts";

export const useDates = () => datesFor(useViewpoint());
