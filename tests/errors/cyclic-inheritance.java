class T extends U { }
class U extends T { }
