import type { TabProps } from './initiative';

const Tab = ({ initiative }: TabProps) => <p>{initiative.name}</p>;

export default Tab;
