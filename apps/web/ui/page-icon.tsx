/**
 * Lucide's icons that the page starts with. What lucide-react needs to draw them is four times as large as they are,
 * and comes with the parts that show others.
 */
import { classes } from "../lib/class-names.ts";

/** By Lucide's names. Its paths one behind the other, so each begins with an absolute M. */
export const shapes = {
  "list-tree": "M8 5h13M13 12h8M13 19h8M3 10a2 2 0 0 0 2 2h3M3 5v12a2 2 0 0 0 2 2h3",
  menu: "M4 5h16M4 12h16M4 19h16",
  "panel-left": "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM9 3v18",
  "panel-right": "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM15 3v18",
  plus: "M5 12h14M12 5v14",
  repeat: "M17 2l4 4-4 4M3 11v-1a4 4 0 0 1 4-4h14M7 22l-4-4 4-4M21 13v1a4 4 0 0 1-4 4H3",
  "rotate-cw": "M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8M21 3v5h-5",
  "sliders-horizontal": "M10 5H3M12 19H3M14 3v4M16 17v4M21 12h-9M21 19h-5M21 5h-7M8 10v4M8 12H3",
};

interface PageIconProps {
  name: keyof typeof shapes;
  /** Its size. */
  className: string;
  strokeWidth?: number;
}

export const PageIcon = ({ name, className, strokeWidth = 2 }: PageIconProps) => (
  <svg
    viewBox="0 0 24 24"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth={strokeWidth}
    strokeLinecap="round"
    strokeLinejoin="round"
    className={classes(`lucide-${name}`, className)}
  >
    <path d={shapes[name]} />
  </svg>
);
