import {
  Baby,
  BriefcaseBusiness,
  Flower2,
  HandHeart,
  HeartHandshake,
  House,
  IdCard,
  Store,
  type LucideIcon,
} from 'lucide-react';
import type { LifeEventView } from '#app/server/views/life-events.ts';

const pictures: Readonly<Record<LifeEventView['icon'], LucideIcon>> = {
  baby: Baby,
  family: HeartHandshake,
  papers: IdCard,
  house: House,
  business: Store,
  work: BriefcaseBusiness,
  help: HandHeart,
  death: Flower2,
};

export const LifeIcon = ({ icon }: Pick<LifeEventView, 'icon'>) => {
  const Icon = pictures[icon];
  return <Icon className="i l" aria-hidden="true" />;
};
