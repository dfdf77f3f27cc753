import {
  Baby,
  BriefcaseBusiness,
  Building2,
  Car,
  FileText,
  HandHeart,
  HeartHandshake,
  Hospital,
  House,
  Landmark,
  ScrollText,
  ShieldCheck,
  Stamp,
  Store,
  type LucideIcon,
} from 'lucide-react';
import { fold } from '#engine/definition/browser.ts';

/** Fields are the office's words; a word in the name decides the picture. */
const pictures: readonly (readonly [RegExp, LucideIcon])[] = [
  [/ho tich|civil status/, Baby],
  [/nuoi con nuoi|hon nhan|adoption/, HeartHandshake],
  [/bao tro|giam ngheo|tre em|assistance|poverty/, HandHeart],
  [/xay dung|construction/, Building2],
  [/dat dai|nha o|land/, House],
  [/chung thuc|certification/, Stamp],
  [/ly lich|record/, ScrollText],
  [/kinh doanh|hang hoa|thuong mai|trade|business/, Store],
  [/viec lam|lao dong|employment/, BriefcaseBusiness],
  [/y te|duoc|medical/, Hospital],
  [/duong bo|lai xe|road|driving/, Car],
  [/ma tuy|an ninh|drug/, ShieldCheck],
  [/hanh chinh|administration/, Landmark],
];

export const FieldIcon = ({ field }: { readonly field: string }) => {
  const folded = fold(field);
  const Icon = pictures.find(([pattern]) => pattern.test(folded))?.[1] ?? FileText;
  return <Icon className="i l" aria-hidden="true" />;
};
