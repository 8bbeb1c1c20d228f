import { Page } from '../../parts/page';

const Screen = () => <Page title="Inbox">To be built.</Page>;

export default Screen;
